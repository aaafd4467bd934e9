/** Addresses that everyone may read without signing in. */
export const isOpenPath = (pathname: string): boolean => pathname === "/open" || /^\/[acn]\/[^/]+$/.test(pathname);

/** Checking a certificate concerns no place and no account. */
export const isVerifyPath = (pathname: string): boolean => /^\/verify(\/[^/]+)?$/.test(pathname);
