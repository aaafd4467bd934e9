import { LeftOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import "./page.css";

interface PageProps {
  readonly title: string;
  /** Where "back" leads when this page was opened directly. Absent on the pages of the tab bar. */
  readonly back?: string;
  readonly right?: ReactNode;
  /** Stays at the bottom of the screen: the page's main step. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export const Page = ({ title, back, right, footer, children }: PageProps) => {
  const navigate = useNavigate();
  const location = useLocation();
  useEffect(() => {
    document.title = `${title} · 银杏`;
  }, [title]);
  // "default" is the key of the first entry: nothing of ours lies behind it.
  const goBack = () => (location.key === "default" && back ? navigate(back, { replace: true }) : navigate(-1));
  return (
    <div className={footer ? "page page-with-footer" : "page"}>
      <header className="page-head">
        {back && (
          <button type="button" className="page-back" onClick={goBack}>
            <LeftOutline />
            返回
          </button>
        )}
        <h1>{title}</h1>
        <div className="page-right">{right}</div>
      </header>
      <main className="page-main">{children}</main>
      {footer && <footer className="page-foot">{footer}</footer>}
    </div>
  );
};
