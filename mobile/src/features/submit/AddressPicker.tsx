import { orgApi } from "@ginkgo/shared/api/org.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDelayed } from "../../ui/form/use-delayed.ts";
import { call } from "../../ui/net/client.ts";
import type { PlaceChoice } from "../../ui/place/choice.ts";
import { Loaded } from "../../ui/states.tsx";

export const AddressPicker = ({ onPick }: { onPick: (place: PlaceChoice) => void }) => {
  const [words, setWords] = useState("");
  const typed = words.trim();
  const q = useDelayed(typed);
  const query = useQuery({
    queryKey: ["addresses", q],
    queryFn: ({ signal }) => call(orgApi.findAddress, { q }, { signal }),
    enabled: q.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="field">
      <label className="field-label" htmlFor="address">
        路名、门牌、小区或楼号
      </label>
      <input
        id="address"
        className="box"
        maxLength={60}
        placeholder="如：锦绣花园 3 号楼"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {q.length > 0 && (
        <Loaded query={query} lines={2}>
          {({ items }) => (
            <>
              <p className="field-help">{items.length > 0 ? "是下面哪一处？" : "没有找到相近的地方，可以换个说法。"}</p>
              <ul className="options">
                {items.map(({ node, trail }) => (
                  <li key={node.id}>
                    <button
                      type="button"
                      className="option"
                      onClick={() =>
                        onPick({
                          way: "address",
                          node: node.id,
                          label: typed.length > node.name.length ? typed : node.name,
                        })
                      }
                    >
                      <span>
                        {node.name}
                        <small>{trail}</small>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      )}
      {typed && (
        <button
          type="button"
          className="option"
          style={{ margin: "0.75rem 0" }}
          onClick={() => onPick({ way: "address", label: typed })}
        >
          <span>
            就用我写的“{typed}”<small>由工作人员判断归哪个社区</small>
          </span>
        </button>
      )}
    </div>
  );
};
