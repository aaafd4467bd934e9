/** A sheet over the page with its own title and a way out. Fills the screen when `full`. */
import Popup from "antd-mobile/es/components/popup";
import type { ReactNode } from "react";
import "./sheet.css";

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly full?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export const Sheet = ({ title, open, onClose, full, footer, children }: SheetProps) => (
  <Popup
    visible={open}
    onMaskClick={onClose}
    destroyOnClose
    bodyClassName={full ? "sheet sheet-full" : "sheet"}
    bodyStyle={{ borderTopLeftRadius: full ? 0 : "1rem", borderTopRightRadius: full ? 0 : "1rem" }}
  >
    <section className="sheet-inner" role="dialog" aria-modal="true" aria-label={title}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          关闭
        </button>
      </header>
      <div className="sheet-body">{children}</div>
      {footer && <footer className="sheet-foot">{footer}</footer>}
    </section>
  </Popup>
);
