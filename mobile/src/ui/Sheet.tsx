/** A sheet over the page with its own title and a way out. Fills the screen when `full`. */
import Popup from "antd-mobile/es/components/popup";
import { type ReactNode, useEffect, useRef } from "react";
import { useBackCloses } from "./use-back-closes.ts";
import "./sheet.css";

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly full?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export const Sheet = ({ open, full, ...inner }: SheetProps) => {
  useBackCloses(open, inner.onClose);
  return (
    <Popup
      visible={open}
      onMaskClick={inner.onClose}
      destroyOnClose
      bodyClassName={full ? "sheet sheet-full" : "sheet"}
      bodyStyle={{ borderTopLeftRadius: full ? 0 : "1rem", borderTopRightRadius: full ? 0 : "1rem" }}
    >
      <Inner {...inner} />
    </Popup>
  );
};

const Inner = ({ title, onClose, footer, children }: Omit<SheetProps, "open" | "full">) => {
  const box = useRef<HTMLElement>(null);
  // Screen readers and keyboards go into the sheet, and back to where they were when it is gone.
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="sheet-inner"
      role="dialog"
      aria-modal="true"
      aria-label={title}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          关闭
        </button>
      </header>
      <div className="sheet-body">{children}</div>
      {footer && <footer className="sheet-foot">{footer}</footer>}
    </section>
  );
};
