export const pinPath = "M12 23s8-8.200 8-14a8 8 0 1 0-16 0c0 5.800 8 14 8 14z";
export const pinSvg = `<svg viewBox="0 0 24 24" width="100%" height="100%"><path d="${pinPath}" fill="currentColor"/><circle cx="12" cy="9" r="3" fill="#fff"/></svg>`;
