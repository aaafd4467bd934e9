import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { lightContracts } from "./light-contracts.ts";

export default defineConfig({
  base: "/m/",
  server: { port: 5612, proxy: { "/api": "http://localhost:5610" } },
  build: { outDir: "dist", target: ["es2020", "chrome87", "safari14"], chunkSizeWarningLimit: 1200 },
  plugins: [
    lightContracts(),
    react(),
    VitePWA({
      // A reload in the middle of typing would be a trap, so people are asked before a new version takes over.
      registerType: "prompt",
      injectRegister: false,
      includeAssets: ["icon.svg", "icon-maskable.svg"],
      manifest: {
        id: "/m/",
        name: "银杏 · 社区事，大家办",
        short_name: "银杏",
        description: "反映身边的事，看办理进度，给办理结果打分",
        lang: "zh-CN",
        start_url: "/m/",
        scope: "/m/",
        display: "standalone",
        background_color: "#ffffff",
        theme_color: "#ffffff",
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "icon-maskable.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,mjs,css,html,svg}"],
        // The map engine is big and only some people open it; the browser's own cache keeps it.
        globIgnores: ["**/maplibre*", "**/GlMap*"],
        navigateFallback: "/m/index.html",
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
});
