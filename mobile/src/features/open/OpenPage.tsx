import { useSession } from "../../ui/session.tsx";
import { ReaderProvider } from "./context.ts";
import { OpenPlace } from "./OpenPlace.tsx";

/** The open page of one's own place, for whoever is signed in. */
const OpenPage = () => {
  const { me, pack } = useSession();
  return (
    <ReaderProvider value={{ place: { tenant: me.tenant, name: pack.name, brand: pack.brand } }}>
      <OpenPlace back="/take-part" />
    </ReaderProvider>
  );
};
export default OpenPage;
