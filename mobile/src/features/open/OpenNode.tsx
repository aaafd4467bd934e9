import { useSession } from "../../ui/session.tsx";
import { ReaderProvider } from "./context.ts";
import { OpenAt } from "./OpenAt.tsx";

/** A station by its code, for whoever is signed in. */
const OpenNode = () => {
  const { me, pack } = useSession();
  return (
    <ReaderProvider value={{ place: { tenant: me.tenant, name: pack.name, brand: pack.brand } }}>
      <OpenAt />
    </ReaderProvider>
  );
};
export default OpenNode;
