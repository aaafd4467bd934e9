/** Addresses that everyone may read without signing in. */
export const isOpenPath = (pathname: string): boolean => pathname === "/open" || /^\/[cn]\/[^/]+$/.test(pathname);
