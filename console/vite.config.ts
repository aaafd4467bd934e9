import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  plugins: [react()],
  build: { outDir: "dist", target: "es2022", chunkSizeWarningLimit: 1200 },
  server: { port: 5611, strictPort: true, proxy: { "/api": "http://localhost:5610" } },
});
