/**
 * No place is named in the engine or the screens: a pack's id, name, code and brand occur nowhere in their sources, tests
 * and comments included. What a place is called comes out of its pack when the server runs.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "@ginkgo/packs/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Folders that must know no place. */
export const neutralFolders = ["server", "shared", "console", "mobile"];
const skipped = new Set(["node_modules", "dist", "data"]);
const readable = /\.(ts|tsx|js|mjs|cjs|json|css|html|sql|md|svg|webmanifest)$/;

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly brand: string;
}

export interface Naming {
  readonly file: string;
  readonly line: number;
  readonly word: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A Latin word must stand by itself, a code may begin a longer one, a Chinese name counts wherever it stands. */
const patternOf = (word: string): string => {
  if (/^\d+$/.test(word)) return `(?<!\\d)${escaped(word)}`;
  return /^[a-z0-9-]+$/i.test(word) ? `(?<![A-Za-z])${escaped(word)}(?![a-z])` : escaped(word);
};

const patternsOf = (named: readonly Place[]): RegExp => {
  const words = named.flatMap(({ id, name, code, brand }) => [id, name, code, brand]).filter((word) => word !== "");
  return new RegExp(words.map(patternOf).join("|"), "i");
};

/** Every line of a text that names a place. */
export const namingsIn = (file: string, text: string, pattern: RegExp): Naming[] =>
  text.split("\n").flatMap((line, i) => {
    const word = pattern.exec(line)?.[0];
    return word === undefined ? [] : [{ file, line: i + 1, word }];
  });

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return readable.test(entry.name) ? [path] : [];
  });

export const findNamings = (folders: readonly string[], named: readonly Place[]): Naming[] => {
  const pattern = patternsOf(named);
  return folders
    .flatMap(filesBelow)
    .flatMap((file) => namingsIn(file, readFileSync(join(root, file), "utf8"), pattern));
};

export const shippedPlaces = (): Place[] => places.map(({ pack }) => pack);
