/** Every address of the app. Each page is loaded when it is first opened. */
import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";

const Home = lazy(() => import("../features/home/Home.tsx"));
const Submit = lazy(() => import("../features/submit/Submit.tsx"));
const Submitted = lazy(() => import("../features/submit/Submitted.tsx"));
const Outbox = lazy(() => import("../features/submit/Outbox.tsx"));
const MyCases = lazy(() => import("../features/my-cases/MyCases.tsx"));
const CasePage = lazy(() => import("../features/case/CasePage.tsx"));
const MatterPage = lazy(() => import("../features/matter/MatterPage.tsx"));
const TakePart = lazy(() => import("../features/take-part/TakePart.tsx"));
const Activities = lazy(() => import("../features/activities/Activities.tsx"));
const ActivityPage = lazy(() => import("../features/activities/ActivityPage.tsx"));
const ActivityCalendar = lazy(() => import("../features/activities/Calendar.tsx"));
const ActivityHours = lazy(() => import("../features/activities/Hours.tsx"));
const ActivityByCode = lazy(() => import("../features/activities/ByCode.tsx"));
const CheckIn = lazy(() => import("../features/activities/Check.tsx"));
const CheckInCode = lazy(() => import("../features/activities/ShowCode.tsx"));
const Certificate = lazy(() => import("../features/activities/Certificate.tsx"));
const Verify = lazy(() => import("../features/activities/Verify.tsx"));
const Claims = lazy(() => import("../features/claims/Claims.tsx"));
const ClaimablePage = lazy(() => import("../features/claims/ClaimablePage.tsx"));
const PutUp = lazy(() => import("../features/claims/PutUp.tsx"));
const MyClaims = lazy(() => import("../features/claims/MyClaims.tsx"));
const ClaimPage = lazy(() => import("../features/claims/ClaimPage.tsx"));
const ByCode = lazy(() => import("../features/claims/ByCode.tsx"));
const OpenPage = lazy(() => import("../features/open/OpenPage.tsx"));
const OpenNode = lazy(() => import("../features/open/OpenNode.tsx"));
const Registrations = lazy(() => import("../features/registrations/Registrations.tsx"));
const Register = lazy(() => import("../features/registrations/Register.tsx"));
const RegistrationPage = lazy(() => import("../features/registrations/RegistrationPage.tsx"));
const EditRegistration = lazy(() => import("../features/registrations/EditRegistration.tsx"));
const RegistrationBulletin = lazy(() => import("../features/registrations/Bulletin.tsx"));
const UnitFeedback = lazy(() => import("../features/registrations/FeedbackPage.tsx"));
const UnitPage = lazy(() => import("../features/registrations/UnitPage.tsx"));
const CommunityPage = lazy(() => import("../features/registrations/CommunityPage.tsx"));
const Work = lazy(() => import("../features/work/Work.tsx"));
const Inbox = lazy(() => import("../features/inbox/Inbox.tsx"));
const Neighbours = lazy(() => import("../features/neighbours/Neighbours.tsx"));
const Outcomes = lazy(() => import("../features/outcomes/Outcomes.tsx"));
const Proposals = lazy(() => import("../features/matching/Proposals.tsx"));
const ProposalPage = lazy(() => import("../features/matching/ProposalPage.tsx"));
const Agreements = lazy(() => import("../features/agreements/Agreements.tsx"));
const AgreementPage = lazy(() => import("../features/agreements/AgreementPage.tsx"));
const AgreedItemPage = lazy(() => import("../features/agreements/ItemPage.tsx"));
const JointMeetingPage = lazy(() => import("../features/agreements/MeetingPage.tsx"));
const Bookings = lazy(() => import("../features/bookings/Bookings.tsx"));
const BookablePage = lazy(() => import("../features/bookings/BookablePage.tsx"));
const BookableByCode = lazy(() =>
  import("../features/bookings/BookablePage.tsx").then((page) => ({ default: page.BookableByCode })),
);
const BookingPage = lazy(() => import("../features/bookings/BookingPage.tsx"));
const Duties = lazy(() => import("../features/duties/Duties.tsx"));
const Patrols = lazy(() => import("../features/patrols/Patrols.tsx"));
const RoundPage = lazy(() => import("../features/patrols/RoundPage.tsx"));
const Visits = lazy(() => import("../features/visits/Visits.tsx"));
const VisitPage = lazy(() => import("../features/visits/VisitPage.tsx"));
const Points = lazy(() => import("../features/points/Points.tsx"));
const PointEntry = lazy(() => import("../features/points/Entry.tsx"));
const PointRequests = lazy(() => import("../features/points/Requests.tsx"));
const PointRanking = lazy(() => import("../features/points/Ranking.tsx"));
const PointShop = lazy(() => import("../features/points/Shop.tsx"));
const PointGoods = lazy(() => import("../features/points/GoodsPage.tsx"));
const PointRedemptions = lazy(() => import("../features/points/Redemptions.tsx"));
const Me = lazy(() => import("../features/me/Me.tsx"));
const HomePlace = lazy(() => import("../features/me/HomePlace.tsx"));
const Password = lazy(() => import("../features/me/Password.tsx"));
const Sessions = lazy(() => import("../features/me/Sessions.tsx"));

export const Pages = () => (
  <Routes>
    <Route path="/" element={<Home />} />
    <Route path="/submit" element={<Submit />} />
    <Route path="/submitted/:caseId" element={<Submitted />} />
    <Route path="/outbox" element={<Outbox />} />
    <Route path="/cases" element={<MyCases />} />
    <Route path="/cases/:caseId" element={<CasePage />} />
    <Route path="/matters/:matterId" element={<MatterPage />} />
    <Route path="/take-part" element={<TakePart />} />
    <Route path="/activities" element={<Activities />} />
    <Route path="/activities/calendar" element={<ActivityCalendar />} />
    <Route path="/activities/hours" element={<ActivityHours />} />
    <Route path="/activities/:activityId" element={<ActivityPage />} />
    <Route path="/activities/:activityId/code/:shiftId" element={<CheckInCode />} />
    <Route path="/a/:code" element={<ActivityByCode />} />
    <Route path="/check/:shiftId" element={<CheckIn />} />
    <Route path="/certificates/:code" element={<Certificate />} />
    <Route path="/verify/:code?" element={<Verify />} />
    <Route path="/claims" element={<Claims />} />
    <Route path="/claims/new" element={<PutUp />} />
    <Route path="/claims/:claimableId" element={<ClaimablePage />} />
    <Route path="/my-claims" element={<MyClaims />} />
    <Route path="/my-claims/:claimId" element={<ClaimPage />} />
    <Route path="/c/:code" element={<ByCode />} />
    <Route path="/n/:nodeId" element={<OpenNode />} />
    <Route path="/open" element={<OpenPage />} />
    <Route path="/registrations" element={<Registrations />} />
    <Route path="/registrations/new" element={<Register />} />
    <Route path="/registrations/bulletin" element={<RegistrationBulletin />} />
    <Route path="/registrations/feedback/:feedbackId" element={<UnitFeedback />} />
    <Route path="/registrations/:registrationId" element={<RegistrationPage />} />
    <Route path="/registrations/:registrationId/edit" element={<EditRegistration />} />
    <Route path="/units/:nodeId" element={<UnitPage />} />
    <Route path="/communities/:nodeId" element={<CommunityPage />} />
    <Route path="/work" element={<Work />} />
    <Route path="/inbox" element={<Inbox />} />
    <Route path="/neighbours" element={<Neighbours />} />
    <Route path="/outcomes" element={<Outcomes />} />
    <Route path="/matching" element={<Proposals />} />
    <Route path="/matching/proposals/:proposalId" element={<ProposalPage />} />
    <Route path="/agreements" element={<Agreements />} />
    <Route path="/agreements/items/:itemId" element={<AgreedItemPage />} />
    <Route path="/agreements/meetings/:meetingId" element={<JointMeetingPage />} />
    <Route path="/agreements/:agreementId" element={<AgreementPage />} />
    <Route path="/bookings" element={<Bookings />} />
    <Route path="/bookings/:placeId" element={<BookablePage />} />
    <Route path="/my-bookings/:bookingId" element={<BookingPage />} />
    <Route path="/b/:code" element={<BookableByCode />} />
    <Route path="/duties" element={<Duties />} />
    <Route path="/duties/*" element={<Duties />} />
    <Route path="/patrols" element={<Patrols />} />
    <Route path="/patrols/rounds/:roundId" element={<RoundPage />} />
    <Route path="/visits" element={<Visits />} />
    <Route path="/visits/:planId" element={<VisitPage />} />
    <Route path="/points" element={<Points />} />
    <Route path="/points/entries/:entryId" element={<PointEntry />} />
    <Route path="/points/requests" element={<PointRequests />} />
    <Route path="/points/ranking" element={<PointRanking />} />
    <Route path="/points/shop" element={<PointShop />} />
    <Route path="/points/shop/:goodsId" element={<PointGoods />} />
    <Route path="/points/redemptions" element={<PointRedemptions />} />
    <Route path="/me" element={<Me />} />
    <Route path="/me/home" element={<HomePlace />} />
    <Route path="/me/password" element={<Password />} />
    <Route path="/me/sessions" element={<Sessions />} />
    <Route path="*" element={<Navigate to="/" replace />} />
  </Routes>
);
