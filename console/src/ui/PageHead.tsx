import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly extra?: ReactNode;
}

export const PageHead = ({ title, note, extra }: PageHeadProps) => (
  <header className="page-head">
    <div>
      <h1>{title}</h1>
      {note ? <p className="muted">{note}</p> : null}
    </div>
    {extra ? <div className="page-extra no-print">{extra}</div> : null}
  </header>
);
