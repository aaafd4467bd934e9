import { CategoryIcon } from "../../ui/CategoryIcon.tsx";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";

export const CategoryStep = ({ onPick }: { onPick: (id: string) => void }) => {
  const { categories } = useSession().pack;
  const groups = [...new Set(categories.map((one) => one.group))];
  return (
    <Page title="是哪方面的事？" back="/">
      {groups.map((group) => (
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
      ))}
      <p className="card">拿不准属于哪一类也没关系，选一个最像的，工作人员会帮您调整。</p>
    </Page>
  );
};
