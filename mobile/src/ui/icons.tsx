/** The few drawings of our own; everything else comes from antd-mobile-icons. */
export const Leaf = () => (
  <svg viewBox="0 0 64 64" aria-hidden="true" fill="currentColor">
    <path d="M32 57c-1 0-2-1-1.500-2 .6-5.500.3-9.800-1.300-14C20 41 11 36 5.500 25.700c-.5-1.200.1-2.300 1.400-2.500 3-.5 5-1.700 7.500-4C18 16 22 14.200 26.600 14.700c2.200.2 3.700 1.500 4.500 4L32 24l.9-5.300c.8-2.500 2.300-3.800 4.500-4C42 14.200 46 16 49.600 19.200c2.500 2.300 4.500 3.500 7.500 4 1.300.2 1.900 1.300 1.400 2.500C53 36 44 41 34.800 41c-1.600 4.200-1.900 8.500-1.300 14 .1 1-.5 2-1.500 2z" />
  </svg>
);

export const CloudOff = () => (
  <svg viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round">
    <path d="M20 46h-2a11 11 0 0 1-1-22 16 16 0 0 1 9-9m9-1a16 16 0 0 1 13 15 9 9 0 0 1 2 17H30M12 8l42 48" />
  </svg>
);
