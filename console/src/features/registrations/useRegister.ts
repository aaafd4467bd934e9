/** What the register shows stands in the address: it can be sent to someone, and "back" leads back. */
import type { RegistrationFilter } from "@ginkgo/shared/api/registrations.ts";
import { useSearchParams } from "react-router";
import { useMe, useRight } from "../../ui/api/session.ts";

export const boxes = ["desk", "mine", "unit"] as const;
export type Box = (typeof boxes)[number];
export const standings = ["open", "waiting", "active", "ended"] as const;

const names = ["kind", "state", "under", "unit", "body", "skill", "q", "from", "to", "asOf"] as const;
type Name = (typeof names)[number];
export type Change = Readonly<Partial<Record<Name | "box" | "standing" | "open", string | null | undefined>>>;

export const useRegister = () => {
  const [search, setSearch] = useSearchParams();
  const reads = useRight("registration.read");
  const speaks = useMe().data?.rights.includes("case.lead") ?? false;
  const mayOpen: readonly Box[] = [
    ...(reads ? (["desk"] as const) : []),
    "mine",
    ...(speaks ? (["unit"] as const) : []),
  ];
  const wanted = boxes.find((one) => one === search.get("box"));
  const box = wanted && mayOpen.includes(wanted) ? wanted : (mayOpen[0] ?? "mine");
  const standing = standings.find((one) => one === search.get("standing")) ?? "open";
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value] as const] : [];
    }),
  ) as Partial<Record<Name, string>>;
  const filter: Partial<RegistrationFilter> = { ...values, box, standing: values.asOf ? "all" : standing };

  const set = (change: Change, push = false) =>
    setSearch(
      (was) => {
        for (const [name, value] of Object.entries(change)) {
          if (value) was.set(name, value);
          else was.delete(name);
        }
        return was;
      },
      { replace: !push, preventScrollReset: true },
    );
  return { box, mayOpen, standing, values, filter, set, open: search.get("open") };
};
export type Register = ReturnType<typeof useRegister>;

export const exportLink = (filter: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams({ app: "console" });
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string") query.set(name, value);
  return `/api/v1/registrations/export.xlsx?${query}`;
};
