import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { provideRandomUuid } from "./app/randomUuid.ts";
import "./app/styles.css";
import "./app/print.css";

provideRandomUuid();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
