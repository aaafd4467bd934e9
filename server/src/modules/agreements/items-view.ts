/** Items as one person may see them, many at once. */
import type { AgreedItem } from "@ginkgo/shared/api/agreed-items.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import { type Item, titlesOf } from "./items-repo.ts";
import { daysLeft, isLate } from "./model.ts";
import { mayEdit, owes, type Viewing } from "./sight.ts";

const viewOf = (viewing: Viewing, item: Item, title: string, photos: StoredFile[]): AgreedItem => {
  const { tree, now } = viewing;
  const node = item.ownerNodeId === null ? undefined : tree.get(item.ownerNodeId);
  const desk = mayEdit(viewing, item.nodeId);
  return {
    id: item.id,
    version: item.version,
    source: { ...item.source, title },
    what: item.what,
    owner: {
      name: node?.name ?? item.ownerName,
      node: node ? { id: node.id, name: node.name, tier: node.tier } : null,
    },
    due: item.due,
    daysLeft: daysLeft(item.due, now),
    late: isLate(item.state, item.due, now),
    progress: item.progress,
    state: item.state,
    note: item.note,
    doneAt: item.doneAt?.toISOString() ?? null,
    doneBy: item.doneBy,
    photos,
    may: {
      report: item.state === "open" && (desk || owes(viewing, item)),
      change: desk && ["open", "done", "dropped"].includes(item.state),
    },
  };
};

export const itemViews = async (
  tx: Tx,
  files: Files,
  viewing: Viewing,
  items: readonly Item[],
): Promise<AgreedItem[]> => {
  if (items.length === 0) return [];
  const titles = await titlesOf(tx, items);
  const photos = await files.ofSubjects(
    tx,
    items.map(({ id }) => id),
  );
  return items.map((item) => viewOf(viewing, item, titles.get(item.source.id) ?? "", photos.get(item.id) ?? []));
};
