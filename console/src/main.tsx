import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import "./app/styles/base.css";
import "./app/styles/frame.css";
import "./app/styles/print.css";
import "./ui/styles/cases.css";
import "./ui/styles/filters.css";
import "./ui/styles/forms.css";
import "./ui/styles/subject.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
