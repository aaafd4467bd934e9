import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { CategoryIcon } from "../../ui/CategoryIcon.tsx";
import { forEveryone, forStaff } from "../../ui/categories.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";

interface GroupsProps {
  readonly categories: readonly PackView["categories"][number][];
  readonly onPick: (id: string) => void;
}

const Groups = ({ categories, onPick }: GroupsProps) =>
  [...new Set(categories.map((one) => one.group))].map((group) => (
    <section key={group} className="card">
      <h2 className="part-title">{group}</h2>
      <ul className="options">
        {categories
          .filter((one) => one.group === group)
          .map((one) => (
            <li key={one.id}>
              <button type="button" className="option category-option" onClick={() => onPick(one.id)}>
                <CategoryIcon category={one} />
                <span>
                  {one.urgent && <strong className="urgent">紧急</strong>}
                  {one.label}
                  <small>{one.description}</small>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  ));

export const CategoryStep = ({ onPick }: { onPick: (id: string) => void }) => {
  const { pack } = useSession();
  const begun = forStaff(pack);
  return (
    <Page title="是哪方面的事？" back="/">
      <Groups categories={forEveryone(pack)} onPick={onPick} />
      <p className="card">拿不准属于哪一类也没关系，选一个最像的，工作人员会帮您调整。</p>
      {begun.length > 0 && (
        <>
          <h2 className="begun-title">由您发起</h2>
          <Groups categories={begun} onPick={onPick} />
        </>
      )}
    </Page>
  );
};
