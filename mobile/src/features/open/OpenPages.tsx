/** The pages that need no sign-in, for whoever is not signed in. */
import type { Place } from "@ginkgo/shared/api/identity.ts";
import { useEffect } from "react";
import { Route, Routes } from "react-router";
import { Empty, Loaded } from "../../ui/states.tsx";
import { ReaderProvider } from "./context.ts";
import OpenActivity from "./OpenActivity.tsx";
import { OpenAt } from "./OpenAt.tsx";
import OpenOne from "./OpenOne.tsx";
import { OpenPlace } from "./OpenPlace.tsx";
import { useChosenPlace, usePlaces } from "./place.ts";
import "../../ui/form/form.css";

interface OpenPagesProps {
  readonly onSignIn: () => void;
  readonly onPlace: (place: Place) => void;
}

const Choose = ({ places, onChoose }: { places: readonly Place[]; onChoose: (tenant: string) => void }) => (
  <main className="card">
    <h1 className="open-title">您想看哪里的？</h1>
    <ul className="options">
      {places.map((place) => (
        <li key={place.tenant}>
          <button type="button" className="option" onClick={() => onChoose(place.tenant)}>
            <span>
              {place.name}
              <small>{place.brand}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </main>
);

const OpenPages = ({ onSignIn, onPlace }: OpenPagesProps) => {
  const query = usePlaces();
  const { place, choose } = useChosenPlace(query.data?.places);
  useEffect(() => {
    if (place) onPlace(place);
  }, [place, onPlace]);
  return (
    <Loaded query={query}>
      {({ places }) => {
        if (places.length === 0) return <Empty title="还没有开通的地区" hint="请联系当地社区。" />;
        if (!place) return <Choose places={places} onChoose={choose} />;
        const signIn = () => {
          choose(place.tenant);
          onSignIn();
        };
        return (
          <ReaderProvider value={{ place, signIn }}>
            <Routes>
              <Route path="/open" element={<OpenPlace />} />
              <Route path="/c/:code" element={<OpenOne />} />
              <Route path="/a/:code" element={<OpenActivity />} />
              <Route path="/n/:nodeId" element={<OpenAt />} />
            </Routes>
          </ReaderProvider>
        );
      }}
    </Loaded>
  );
};
export default OpenPages;
