import { identityApi, type Me, type Place } from "@ginkgo/shared/api/identity.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Leaf } from "../../ui/icons.tsx";
import { useKept } from "../../ui/kept.ts";
import { call } from "../../ui/net/client.ts";
import { Empty, Loaded } from "../../ui/states.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import "../../ui/form/form.css";
import "./sign-in.css";

interface SignInProps {
  /** The session ended by itself; the person did not ask for this page. */
  readonly expired: boolean;
  readonly onSignedIn: (me: Me) => void;
  readonly onPlace: (place: Place) => void;
  /** To the pages that need no sign-in. */
  readonly onLook: () => void;
}

const SignIn = ({ expired, onSignedIn, onPlace, onLook }: SignInProps) => {
  const places = useQuery({ queryKey: ["places"], queryFn: () => call(identityApi.places, {}), staleTime: 600_000 });
  const [chosen, choose] = useKept<string>("tenant", "");
  const [way, setWay] = useKept<"code" | "password">("sign-in-way", "code");
  const [phone, setPhone] = useKept<string>("phone", "");

  const pick = (place: Place) => {
    choose(place.tenant);
    onPlace(place);
  };

  return (
    <main className="sign-in">
      <Loaded query={places} lines={3}>
        {(data) => {
          const only = data.places.length === 1 ? data.places[0] : undefined;
          const place = only ?? data.places.find((one) => one.tenant === chosen);
          if (data.places.length === 0) return <Empty title="还没有开通的地区" hint="请联系当地社区。" />;
          if (!place) return <Places places={data.places} onPick={pick} />;
          const form = { tenant: place.tenant, phone, setPhone, onSignedIn };
          return (
            <>
              <Brand place={place} onShown={onPlace} />
              {expired && (
                <p className="expired" role="status">
                  登录已过期，请重新登录。没写完的内容还在这部手机上。
                </p>
              )}
              {way === "code" ? <CodeForm {...form} /> : <PasswordForm {...form} />}
              <button
                type="button"
                className="plain-button other-way"
                onClick={() => setWay(way === "code" ? "password" : "code")}
              >
                {way === "code" ? "用密码登录" : "用短信验证码登录"}
              </button>
              <button type="button" className="plain-button other-way" onClick={onLook}>
                先不登录，看看哪里需要帮忙
              </button>
              {!only && (
                <button type="button" className="plain-button other-way" onClick={() => choose("")}>
                  换一个地区
                </button>
              )}
            </>
          );
        }}
      </Loaded>
    </main>
  );
};
export default SignIn;

const Places = ({ places, onPick }: { places: readonly Place[]; onPick: (place: Place) => void }) => (
  <>
    <div className="brand">
      <Leaf />
      <h1>您在哪里？</h1>
    </div>
    <ul className="options">
      {places.map((place) => (
        <li key={place.tenant}>
          <button type="button" className="option" onClick={() => onPick(place)}>
            <span>
              {place.name}
              <small>{place.brand}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </>
);

const Brand = ({ place, onShown }: { place: Place; onShown: (place: Place) => void }) => {
  // Once per place: the page takes on its colour.
  const [shown, setShown] = useState("");
  if (shown !== place.tenant) {
    setShown(place.tenant);
    onShown(place);
  }
  return (
    <div className="brand">
      <Leaf />
      <h1>{place.brand}</h1>
      <p>{place.name}</p>
    </div>
  );
};
