import { createBrowserRouter } from "react-router";
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
      { path: "tree", lazy: async () => ({ Component: (await import("../features/tree/TreePage.tsx")).TreePage }) },
      {
        path: "people",
        lazy: async () => ({ Component: (await import("../features/people/PeoplePage.tsx")).PeoplePage }),
      },
      {
        path: "account",
        lazy: async () => ({ Component: (await import("../features/account/AccountPage.tsx")).AccountPage }),
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
]);
