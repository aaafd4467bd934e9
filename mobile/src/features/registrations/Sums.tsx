import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./registrations.css";

/** Numbers under their names, two or three beside each other. */
export const Sums = ({ items }: { items: readonly (readonly [string, number])[] }) => (
  <dl className="card sums">
    {items.map(([label, n]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{n}</dd>
      </div>
    ))}
  </dl>
);
