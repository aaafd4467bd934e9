import type { ReactNode } from "react";
import { Page } from "../../ui/Page.tsx";
import { useReader } from "./context.ts";
import { sections } from "./sections.tsx";
import "./open.css";

interface OpenPlaceProps {
  readonly title?: string | undefined;
  readonly under?: string | undefined;
  readonly back?: string | undefined;
  readonly children?: ReactNode;
}

/** The sections of a place, or of one node in it. */
export const OpenPlace = ({ title, under, back, children }: OpenPlaceProps) => {
  const { place, signIn } = useReader();
  return (
    <Page
      title={title ?? place.brand}
      {...(back ? { back } : {})}
      right={
        signIn && (
          <button type="button" className="plain-button" onClick={signIn}>
            登录
          </button>
        )
      }
    >
      {children ?? <p className="card open-soft">{place.name}，不用登录就能看；要认领时再登录。</p>}
      {sections.map(({ id, draw }) => (
        <div key={id}>{draw({ tenant: place.tenant, under })}</div>
      ))}
    </Page>
  );
};
