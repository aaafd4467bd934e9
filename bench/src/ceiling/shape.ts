/**
 * Recordings of the same piece of work, laid over each other: what is new in each (ids, numbers, keys, the photo), what
 * differs between them (words, people, places), what is the same in all.
 */
import { type Exchange, lastingStatements, type Statement } from "./record.ts";
import { partsOf, textOf } from "./sql.ts";

/** One recorded piece of work. */
export interface Recorded {
  readonly exchanges: readonly Exchange[];
  readonly startedAt: number;
  readonly no: string;
  readonly photo: { readonly id: string; readonly ownerId: string } | undefined;
}

export type FreshKind = "id" | "key" | "no" | "photo";

/** A stretch of text that stays, or something that must be made anew each time. */
export type Token = { readonly text: string } | { readonly fresh: string; readonly kind: FreshKind };

export interface Piece {
  readonly statements: readonly Statement[];
  readonly photo: Recorded["photo"];
  tokens(text: string): readonly Token[];
}

const uuid7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const madeAt = (id: string): number => Number.parseInt(id.replace("-", "").slice(0, 12), 16);

/** Named by the order in which they turn up, which is the same in every recording. */
const freshOf = ({ exchanges, startedAt, no, photo }: Recorded, statements: readonly Statement[]) => {
  const fresh = new Map<string, { fresh: string; kind: FreshKind }>();
  const add = (value: string, kind: FreshKind) => {
    if (!fresh.has(value)) fresh.set(value, { fresh: `${kind}${fresh.size}`, kind });
  };
  add(no, "no");
  if (photo) add(photo.id, "photo");
  for (const { key } of exchanges) add(key, "key");
  for (const { sql, values } of statements)
    for (const text of [sql, ...values.map((value) => textOf(value) ?? "")])
      for (const [id] of text.matchAll(uuid7)) if (madeAt(id) >= startedAt) add(id, "id");
  return fresh;
};

export const pieceOf = (recorded: Recorded): Piece => {
  const statements = lastingStatements(recorded.exchanges.flatMap((exchange) => exchange.statements));
  const fresh = freshOf(recorded, statements);
  const pattern = new RegExp(`(${[...fresh.keys()].join("|")})`);
  return {
    statements,
    photo: recorded.photo,
    tokens: (text) =>
      text.split(pattern).flatMap((part): Token[] => (part === "" ? [] : [fresh.get(part) ?? { text: part }])),
  };
};

/** Statements without their values, and which of those are null: what pgbench cannot vary. */
const shapeOf = ({ statements, tokens }: Piece): string =>
  JSON.stringify(
    statements.map(({ sql, values }) => {
      const literals = partsOf(sql).map((part) =>
        "code" in part ? part.code : tokens(part.literal).map((token) => ("fresh" in token ? token.fresh : "…")),
      );
      return [
        literals,
        values.map(
          (value) =>
            value === null ||
            value === undefined ||
            tokens(textOf(value) ?? "").map((token) => ("fresh" in token ? token.fresh : "…")),
        ),
      ];
    }),
  );

/** Those of the commonest shape: an urgent category or a place without a point may make a statement differ. */
export const alike = (pieces: readonly Piece[]): readonly Piece[] =>
  [...Map.groupBy(pieces, shapeOf).values()].sort((a, b) => b.length - a.length)[0] ?? [];
