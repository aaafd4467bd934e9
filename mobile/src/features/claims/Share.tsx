import type { ClaimableView } from "@ginkgo/shared/api/claims.ts";
import { SendOutline } from "antd-mobile-icons";
import { toast } from "../../ui/feedback.ts";
import { useSession } from "../../ui/session.tsx";

/** A link that also works for whoever is not signed in. */
export const Share = ({ one }: { one: ClaimableView }) => {
  const { me } = useSession();
  const url = `${window.location.origin}/m/c/${one.code}?place=${me.tenant}`;
  const share = async () => {
    try {
      if (navigator.share) await navigator.share({ title: one.title, url });
      else {
        await navigator.clipboard.writeText(url);
        void toast("链接已复制，可以发给别人");
      }
    } catch (error) {
      // Whoever closes the phone's own sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === "AbortError")) void toast(`请复制这个链接：${url}`);
    }
  };
  return (
    <button type="button" className="page-back" onClick={() => void share()}>
      <SendOutline />
      分享
    </button>
  );
};
