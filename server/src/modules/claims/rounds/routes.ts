import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { matchingApi } from "@ginkgo/shared/api/matching.ts";
import type { Call } from "../../../platform/http/call.ts";
import type { Actor } from "../../authority/index.ts";
import type { Matching } from "./service.ts";

export const matchingHandlers = ({ running, answering, reading, fits }: Matching) =>
  ({
    places: ({ actor }) => reading.places(actor),
    rounds: ({ actor }, query) => reading.rounds(actor, query),
    round: ({ actor }, { roundId }) => reading.round(actor, roundId),
    begin: async (call, input) => reading.round(call.actor, await running.begin(call, input)),
    roundProposals: ({ actor }, query) => reading.roundProposals(actor, query),
    roundUnserved: ({ actor }, query) => reading.roundUnserved(actor, query),
    withdraw: async (call, input) => {
      await answering.withdraw(call, input);
      return reading.proposal(call.actor, input.proposalId);
    },
    mine: ({ actor }, query) => reading.mine(actor, query),
    proposal: ({ actor }, { proposalId }) => reading.proposal(actor, proposalId),
    answer: async (call, input) => {
      await answering.answer(call, input);
      return reading.proposal(call.actor, input.proposalId);
    },
    fitsNeed: ({ actor }, { claimableId }) => fits.need(actor, claimableId),
    fitsAbility: ({ actor }, { claimableId }) => fits.ability(actor, claimableId),
    fitsMe: ({ actor }) => fits.mine(actor),
  }) satisfies Handlers<Call<Actor>, typeof matchingApi>;
