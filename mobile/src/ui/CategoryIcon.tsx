import type { PackView } from "@ginkgo/shared/api/pack.ts";
import "./category.css";

type Category = PackView["categories"][number];

/** The pack's own sign when it is a character; else the first word of the label, which always reads. */
const signOf = ({ icon, label }: Category): string => (icon && !/^[\w-]+$/.test(icon) ? icon : label.slice(0, 1));

export const CategoryIcon = ({ category }: { category: Category }) => (
  <span className={category.urgent ? "category-icon category-urgent" : "category-icon"} aria-hidden="true">
    {signOf(category)}
  </span>
);
