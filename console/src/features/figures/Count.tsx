import { Link, useSearchParams } from "react-router";
import { type Opened, readQuery, writeQuery } from "./query.ts";

interface CountProps {
  readonly opens: Opened;
  /** What the number is, for whoever hears the page. */
  readonly label: string;
  readonly children: string;
}

/** A number that opens the cases it counts. */
export const Count = ({ opens, label, children }: CountProps) => {
  const [search] = useSearchParams();
  const to = `?${writeQuery({ ...readQuery(search), open: opens })}`;
  return (
    <Link to={to} className="count" preventScrollReset aria-label={`${label} ${children}，打开清单`}>
      {children}
    </Link>
  );
};
