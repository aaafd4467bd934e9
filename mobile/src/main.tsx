import "antd-mobile/es/global";
import "./app/theme.css";
import { unstableSetRender } from "antd-mobile/es/utils/unstable-render";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { App } from "./app/App.tsx";
import { applyLook } from "./app/look.ts";

// antd-mobile 5 opens toasts and dialogs with the render function of React 16–18; React 19 has createRoot only.
const roots = new WeakMap<Element | DocumentFragment, Root>();
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container);
  roots.set(container, root);
  root.render(node);
  return async () => {
    // Unmounting within a render of the same tree is not allowed, so it waits one turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
    root.unmount();
    roots.delete(container);
  };
});

// After a new version was put on the server the old page's parts are gone: load the new page, once.
window.addEventListener("vite:preloadError", (event) => {
  if (!navigator.onLine || sessionStorage.getItem("ginkgo.reloaded")) return;
  sessionStorage.setItem("ginkgo.reloaded", "yes");
  event.preventDefault();
  location.reload();
});

applyLook();
const container = document.getElementById("root");
if (container)
  createRoot(container).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
