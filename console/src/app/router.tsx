import { createBrowserRouter, redirect } from "react-router";
import { CrashPage, NotFoundPage } from "./ErrorPages.tsx";
import { Shell } from "./Shell.tsx";

/** Every page is its own piece of code: a desk on a slow line loads the desk, not the tree editor. */
export const router = createBrowserRouter([
  {
    path: "/sign-in",
    HydrateFallback: () => null,
    errorElement: <CrashPage />,
    lazy: async () => ({ Component: (await import("../features/sign-in/SignInPage.tsx")).SignInPage }),
  },
  {
    path: "/",
    Component: Shell,
    errorElement: <CrashPage />,
    HydrateFallback: () => null,
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../features/workbench/WorkbenchPage.tsx")).WorkbenchPage }),
      },
      { path: "desk", lazy: async () => ({ Component: (await import("./DeskRoute.tsx")).DeskRoute }) },
      {
        path: "cases/new",
        lazy: async () => ({ Component: (await import("../features/submit/SubmitPage.tsx")).SubmitPage }),
      },
      {
        path: "cases/:caseId",
        lazy: async () => ({ Component: (await import("../features/case/CasePage.tsx")).CasePage }),
      },
      {
        path: "matters/:matterId",
        lazy: async () => ({ Component: (await import("../features/matter/MatterPage.tsx")).MatterPage }),
      },
      {
        path: "claims",
        lazy: async () => ({ Component: (await import("../features/claims/ClaimsPage.tsx")).ClaimsPage }),
      },
      {
        path: "claims/print",
        lazy: async () => ({ Component: (await import("../features/claims/PrintPage.tsx")).PrintPage }),
      },
      {
        path: "claims/qr",
        lazy: async () => ({ Component: (await import("../features/claims/QrCodesPage.tsx")).QrCodesPage }),
      },
      {
        path: "claims/:claimableId",
        lazy: async () => ({ Component: (await import("../features/claims/Leads.tsx")).ClaimableLead }),
      },
      {
        path: "my-claims/:claimId",
        lazy: async () => ({ Component: (await import("../features/claims/Leads.tsx")).ClaimLead }),
      },
      { path: "qr/:code", lazy: async () => ({ Component: (await import("../features/qr/QrPage.tsx")).QrPage }) },
      {
        path: "qr/nodes/:nodeId",
        lazy: async () => ({ Component: (await import("../features/qr/NodeQrPage.tsx")).NodeQrPage }),
      },
      {
        path: "activities",
        lazy: async () => ({ Component: (await import("../features/activities/ActivitiesPage.tsx")).ActivitiesPage }),
      },
      {
        path: "activities/new",
        lazy: async () => ({
          Component: (await import("../features/activities/ActivityFormPage.tsx")).ActivityFormPage,
        }),
      },
      {
        path: "activities/calendar",
        lazy: async () => ({ Component: (await import("../features/activities/CalendarPage.tsx")).CalendarPage }),
      },
      {
        path: "activities/corrections",
        lazy: async () => ({ Component: (await import("../features/activities/CorrectionsPage.tsx")).CorrectionsPage }),
      },
      {
        path: "activities/hours",
        lazy: async () => ({ Component: (await import("../features/activities/HoursPage.tsx")).HoursPage }),
      },
      {
        path: "activities/certificates/:code",
        lazy: async () => ({ Component: (await import("../features/activities/CertificatePage.tsx")).CertificatePage }),
      },
      {
        path: "activities/:activityId",
        lazy: async () => ({ Component: (await import("../features/activities/ActivityPage.tsx")).ActivityPage }),
      },
      {
        path: "activities/:activityId/edit",
        lazy: async () => ({
          Component: (await import("../features/activities/ActivityFormPage.tsx")).ActivityFormPage,
        }),
      },
      {
        path: "activities/:activityId/code/:shiftId",
        lazy: async () => ({ Component: (await import("../features/activities/CodePage.tsx")).CodePage }),
      },
      {
        path: "activities/:activityId/sheet",
        lazy: async () => ({ Component: (await import("../features/activities/SheetPage.tsx")).SheetPage }),
      },
      {
        path: "activities/:activityId/qr",
        lazy: async () => ({ Component: (await import("../features/activities/ActivityQrPage.tsx")).ActivityQrPage }),
      },
      {
        path: "registrations",
        lazy: async () => ({
          Component: (await import("../features/registrations/RegistrationsPage.tsx")).RegistrationsPage,
        }),
      },
      {
        path: "registrations/bulletin",
        lazy: async () => ({ Component: (await import("../features/registrations/BulletinPage.tsx")).BulletinPage }),
      },
      {
        path: "registrations/feedback",
        lazy: async () => ({ Component: (await import("../features/registrations/FeedbackPage.tsx")).FeedbackPage }),
      },
      {
        path: "registrations/feedback/:feedbackId",
        lazy: async () => ({
          Component: (await import("../features/registrations/FeedbackDetailPage.tsx")).FeedbackDetailPage,
        }),
      },
      {
        path: "registrations/:registrationId",
        lazy: async () => ({
          Component: (await import("../features/registrations/RegistrationPage.tsx")).RegistrationPage,
        }),
      },
      {
        path: "units/:nodeId",
        lazy: async () => ({ Component: (await import("../features/registrations/UnitPage.tsx")).UnitPage }),
      },
      {
        path: "communities/:nodeId",
        lazy: async () => ({ Component: (await import("../features/registrations/CommunityPage.tsx")).CommunityPage }),
      },
      { path: "tree", lazy: async () => ({ Component: (await import("../features/tree/TreePage.tsx")).TreePage }) },
      {
        path: "people",
        lazy: async () => ({ Component: (await import("../features/people/PeoplePage.tsx")).PeoplePage }),
      },
      {
        path: "figures",
        lazy: async () => ({ Component: (await import("../features/figures/FiguresPage.tsx")).FiguresPage }),
      },
      {
        path: "outcomes",
        lazy: async () => ({ Component: (await import("../features/outcomes/OutcomesPage.tsx")).OutcomesPage }),
      },
      {
        path: "matching",
        lazy: async () => ({ Component: (await import("../features/matching/MatchingPage.tsx")).MatchingPage }),
      },
      {
        path: "matching/proposals",
        lazy: async () => ({ Component: (await import("../features/matching/ProposalPage.tsx")).ProposalsPage }),
      },
      {
        path: "matching/proposals/:proposalId",
        lazy: async () => ({ Component: (await import("../features/matching/ProposalPage.tsx")).ProposalPage }),
      },
      {
        path: "matching/:roundId",
        lazy: async () => ({ Component: (await import("../features/matching/RoundPage.tsx")).RoundPage }),
      },
      {
        path: "agreements",
        lazy: async () => ({ Component: (await import("../features/agreements/AgreementsPage.tsx")).AgreementsPage }),
      },
      {
        path: "agreements/new",
        lazy: async () => ({ Component: (await import("../features/agreements/AgreementForm.tsx")).AgreementNewPage }),
      },
      {
        path: "agreements/items",
        lazy: async () => ({ Component: (await import("../features/agreements/ItemsPage.tsx")).ItemsPage }),
      },
      {
        path: "agreements/items/:itemId",
        lazy: async () => ({ Component: (await import("../features/agreements/ItemsPage.tsx")).ItemPage }),
      },
      {
        path: "agreements/meetings",
        lazy: async () => ({ Component: (await import("../features/agreements/MeetingsPage.tsx")).MeetingsPage }),
      },
      {
        path: "agreements/meetings/new",
        lazy: async () => ({ Component: (await import("../features/agreements/MeetingForm.tsx")).MeetingNewPage }),
      },
      {
        path: "agreements/meetings/:meetingId",
        lazy: async () => ({ Component: (await import("../features/agreements/MeetingPage.tsx")).MeetingPage }),
      },
      {
        path: "agreements/meetings/:meetingId/edit",
        lazy: async () => ({ Component: (await import("../features/agreements/MeetingForm.tsx")).MeetingEditPage }),
      },
      {
        path: "agreements/:agreementId",
        lazy: async () => ({ Component: (await import("../features/agreements/AgreementPage.tsx")).AgreementPage }),
      },
      {
        path: "agreements/:agreementId/edit",
        lazy: async () => ({ Component: (await import("../features/agreements/AgreementForm.tsx")).AgreementEditPage }),
      },
      // Where notices lead: the phone has a page of its own for each, here they open beside their list.
      { path: "my-bookings/:id", loader: ({ params }) => redirect(`/bookings?tab=bookings&booking=${params.id}`) },
      { path: "duties/shifts/:id", loader: () => redirect("/duties") },
      { path: "patrols/rounds/:id", loader: ({ params }) => redirect(`/patrols?round=${params.id}`) },
      { path: "visits/:id", loader: ({ params }) => redirect(`/care?plan=${params.id}`) },
      {
        path: "bookings",
        lazy: async () => ({ Component: (await import("../features/bookings/BookingsPage.tsx")).BookingsPage }),
      },
      {
        path: "bookings/:placeId",
        lazy: async () => ({ Component: (await import("../features/bookings/BookablePage.tsx")).BookablePage }),
      },
      {
        path: "bookings/:placeId/qr",
        lazy: async () => ({ Component: (await import("../features/bookings/BookableQrPage.tsx")).BookableQrPage }),
      },
      {
        path: "duties",
        lazy: async () => ({ Component: (await import("../features/duties/DutiesPage.tsx")).DutiesPage }),
      },
      {
        path: "duties/:rotaId",
        lazy: async () => ({ Component: (await import("../features/duties/RotaPage.tsx")).RotaPage }),
      },
      {
        path: "patrols",
        lazy: async () => ({ Component: (await import("../features/patrols/PatrolsPage.tsx")).PatrolsPage }),
      },
      {
        path: "patrols/:routeId/qr",
        lazy: async () => ({ Component: (await import("../features/patrols/PointsQrPage.tsx")).PointsQrPage }),
      },
      {
        path: "care",
        lazy: async () => ({ Component: (await import("../features/care/CarePage.tsx")).CarePage }),
      },
      {
        path: "points",
        lazy: async () => ({ Component: (await import("../features/points/PointsPage.tsx")).PointsPage }),
      },
      {
        path: "points/ledger",
        lazy: async () => ({ Component: (await import("../features/points/LedgerPage.tsx")).LedgerPage }),
      },
      {
        path: "points/requests",
        lazy: async () => ({ Component: (await import("../features/points/RequestsPage.tsx")).RequestsPage }),
      },
      {
        path: "points/shop",
        lazy: async () => ({ Component: (await import("../features/points/ShopPage.tsx")).ShopPage }),
      },
      { path: "rules", lazy: async () => ({ Component: (await import("../features/rules/RulesPage.tsx")).RulesPage }) },
      {
        path: "rules/workflows/:workflowId",
        lazy: async () => ({ Component: (await import("../features/rules/WorkflowPage.tsx")).WorkflowPage }),
      },
      {
        path: "rules/versions",
        lazy: async () => ({ Component: (await import("../features/rules/VersionsPage.tsx")).VersionsPage }),
      },
      {
        path: "rules/versions/compare",
        lazy: async () => ({ Component: (await import("../features/rules/ComparePage.tsx")).ComparePage }),
      },
      {
        path: "rules/draft",
        lazy: async () => ({ Component: (await import("../features/rules/DraftPage.tsx")).DraftPage }),
      },
      {
        path: "rules/draft/preview",
        lazy: async () => ({ Component: (await import("../features/rules/PreviewPage.tsx")).PreviewPage }),
      },
      {
        path: "account",
        lazy: async () => ({ Component: (await import("../features/account/AccountPage.tsx")).AccountPage }),
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
]);
