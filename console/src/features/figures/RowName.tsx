import type { FigureRow } from "@ginkgo/shared/api/figures.ts";
import { Link, useSearchParams } from "react-router";
import { readQuery, writeQuery } from "./query.ts";

/** The name of a row; a place leads to its own figures. */
export const RowName = ({ row }: { row: FigureRow }) => {
  const [search] = useSearchParams();
  const mark = row.overlaps ? <sup title="与所覆盖的地方重复计数">※</sup> : null;
  if (row.nodeId === null)
    return (
      <>
        {row.label}
        {mark}
      </>
    );
  const to = `?${writeQuery({ ...readQuery(search), under: row.nodeId, open: null })}`;
  return (
    <>
      <Link to={to} className="row-name">
        {row.label}
      </Link>
      {mark}
    </>
  );
};
