/** Reads RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. */

const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  const endRow = () => {
    row.push(field);
    // An empty line at the end is no row.
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    field = "";
  };
  // A byte order mark is not part of the first name.
  for (let i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === ",") {
      row.push(field);
      field = "";
    } else if (character === "\n") endRow();
    else if (character !== "\r") field += character;
  }
  if (quoted) throw new Error(`row ${rows.length + 1} opens a quote that never ends`);
  if (field !== "" || row.length > 0) endRow();
  return rows;
};

/** Rows by the names in the first one; a row of another length is an error and not a guess. */
export const readCsv = <Name extends string>(text: string, names: readonly Name[]): Record<Name, string>[] => {
  const [head = [], ...rows] = rowsOf(text);
  const columns = names.map((name) => {
    const column = head.indexOf(name);
    if (column < 0) throw new Error(`there is no column "${name}"; there are: ${head.join(", ")}`);
    return [name, column] as const;
  });
  return rows.map((row, i) => {
    if (row.length !== head.length) throw new Error(`row ${i + 2} has ${row.length} fields and not ${head.length}`);
    return Object.fromEntries(columns.map(([name, column]) => [name, row[column] ?? ""])) as Record<Name, string>;
  });
};
