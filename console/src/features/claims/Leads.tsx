/** Where messages lead: the list with what is meant beside it. */
import { Navigate, useParams } from "react-router";

export const ClaimableLead = () => {
  const { claimableId = "" } = useParams();
  return <Navigate to={`/claims?open=${claimableId}`} replace />;
};

export const ClaimLead = () => {
  const { claimId = "" } = useParams();
  return <Navigate to={`/claims?tab=claims&claim=${claimId}`} replace />;
};
