/** Finds the places that fit what someone typed: the node that, with those above it, explains most of the words wins. */
import type { Tree, TreeNode } from "./tree.ts";

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 一 to 九十九 as a number. */
const numberOf = (words: string): number => {
  const [tens, ones] = words.includes("十") ? words.split("十") : ["0", words];
  const ten = tens === "0" ? 0 : tens ? (digits[tens] ?? 0) : 1;
  return ten * 10 + (ones ? (digits[ones] ?? 0) : 0);
};

/** Half-width, without spaces; 三栋, 3幢 and 3#楼 are all 3号楼. */
export const normalAddress = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s,，。、·-]+/g, "")
    .toLowerCase()
    .replace(/[一二两三四五六七八九十]+(?=号楼|栋|幢|#)/g, (words) => String(numberOf(words)))
    .replace(/(\d+)(?:栋楼?|幢楼?|#楼?)/g, "$1号楼");

/** People leave out what kind of place it is: 东街 for 东街社区. */
const suffix = /(?:社区居委会|村委会|街道办事处|社区|小区|家属院|街道|镇|村)$/;

/** Normalising is the costly part, and a node never changes: a changed one is another object. */
const knownTerms = new WeakMap<TreeNode, readonly string[]>();

const termsOf = (node: TreeNode): readonly string[] => {
  const known = knownTerms.get(node);
  if (known) return known;
  const names = [node.name, ...node.aliases].map(normalAddress);
  const short = names.map((name) => name.replace(suffix, "")).filter((name) => name.length >= 2);
  const address = node.address ? [normalAddress(node.address)] : [];
  const terms = [...new Set([...names, ...short, ...address])].filter((term) => term !== "");
  knownTerms.set(node, terms);
  return terms;
};

/** Where a term stands in the text, not inside a longer number: 3号楼 does not stand in 13号楼. */
const positionOf = (text: string, term: string): number => {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const isCut = /^\d/.test(term) && /\d/.test(text[at - 1] ?? "");
    const isCutBehind = /\d$/.test(term) && /\d/.test(text[at + term.length] ?? "");
    if (!isCut && !isCutBehind) return at;
  }
  return -1;
};

interface Hit {
  readonly from: number;
  readonly to: number;
}

/** The longest of a node's terms that stands in the text. */
const hitOf = (text: string, node: TreeNode): Hit | undefined => {
  let best: Hit | undefined;
  for (const term of termsOf(node)) {
    if (best && term.length <= best.to - best.from) continue;
    const from = positionOf(text, term);
    if (from >= 0) best = { from, to: from + term.length };
  }
  return best;
};

/** Places on the street that was typed, the nearest house number first, and how much of the text that explains. */
const onStreet = (
  text: string,
  nodes: readonly TreeNode[],
): { readonly nodes: TreeNode[]; readonly explained: number } => {
  const [, street, number] = /([^\d]{2,}?)(\d+)号(?!楼)/.exec(text) ?? [];
  if (!street || !number) return { nodes: [], explained: 0 };
  let explained = 0;
  const found = nodes.flatMap((node) => {
    const [, at, own] = node.address ? (/^([^\d]+)(\d+)号/.exec(normalAddress(node.address)) ?? []) : [];
    if (!at || !own || !(street.endsWith(at) || at.endsWith(street))) return [];
    explained = Math.max(explained, Math.min(at.length, street.length) + number.length + 1);
    return [{ node, off: Math.abs(Number(own) - Number(number)) }];
  });
  const nearest = found.sort((a, b) => a.off - b.off).slice(0, shownOnStreet);
  return { nodes: nearest.map(({ node }) => node), explained };
};

const shownOnStreet = 8;
interface Scored {
  readonly node: TreeNode;
  /** Which characters of the text its name and the names above it explain. */
  readonly covered: ReadonlySet<number>;
  readonly depth: number;
}

const isPlace = (tree: Tree) => (node: TreeNode) =>
  node.status === "active" && node.tree === "area" && tree.as(node) !== "body" && tree.as(node) !== "root";

/** Every place whose own name, alias or address stands in the text, the one that explains most of it first. */
const scoredIn = (tree: Tree, text: string): Scored[] => {
  const hits = new Map<string, Hit>();
  const named: TreeNode[] = [];
  for (const node of tree.all()) {
    const hit = isPlace(tree)(node) ? hitOf(text, node) : undefined;
    if (!hit) continue;
    hits.set(node.id, hit);
    named.push(node);
  }
  return named
    .map((node) => {
      const covered = new Set<number>();
      // The name of a zone is part of an address as the town's is: it explains the words, but makes nothing deeper.
      for (const { id } of tree.upward(node.id)) {
        const hit = hits.get(id);
        for (let i = hit?.from ?? 0; i < (hit?.to ?? 0); i++) covered.add(i);
      }
      return { node, covered, depth: tree.path(node.id).length };
    })
    .sort((a, b) => b.covered.size - a.covered.size || b.depth - a.depth);
};

/**
 * For deciding without a person: all places that explain the text equally well and best, however many. A house number
 * that is only near a known one, or the beginning of a name, means nothing here.
 */
export const placesMeant = (tree: Tree, typed: string): TreeNode[] => {
  const scored = scoredIn(tree, normalAddress(typed));
  return scored.filter(({ covered }) => covered.size === scored[0]?.covered.size).map(({ node }) => node);
};

/** Matches that explain less than this part of what the best one explains are noise. */
const worthShowing = 0.5;

/** For a person to choose from: the best fits first, then guesses. */
export const findPlaces = (tree: Tree, typed: string, limit: number): TreeNode[] => {
  const text = normalAddress(typed);
  if (!text) return [];
  const accept = isPlace(tree);
  const scored = scoredIn(tree, text);
  const street = onStreet(text, [...tree.all()].filter(accept));
  const [best] = scored;
  if (!best) return [...new Set([...street.nodes, ...tree.search(typed, limit, accept)])].slice(0, limit);

  // What is left of the words may be the beginning of a name below: 东街锦绣, 锦绣花园3.
  const rest = [...text].filter((_, i) => !best.covered.has(i)).join("");
  const below = (node: TreeNode) => accept(node) && node.id !== best.node.id && tree.isUnder(node.id, best.node.id);
  const begun = rest ? tree.search(rest, limit, below) : [];
  const whole = scored
    .filter(({ covered }) => covered.size >= best.covered.size * worthShowing)
    .map(({ node }) => node);
  const first = street.explained > best.covered.size ? street.nodes : [];
  return [...new Set([...first, ...begun, ...whole])].slice(0, limit);
};
