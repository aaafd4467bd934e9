let answer: boolean | undefined;

/** Old machines, remote desktops and locked-down browsers have no WebGL; they get the SVG map. */
export const hasWebGl = (): boolean => {
  answer ??= document.createElement("canvas").getContext("webgl2") !== null;
  return answer;
};
