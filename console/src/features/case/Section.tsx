import type { ReactNode } from "react";

export const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="section">
    <h2>{title}</h2>
    {children}
  </section>
);
