/** Who may import whom (docs/architecture.md). `scripts/boundaries.ts` also proves that the rules still bite. */
const severity = "error";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Break the circle: move what both need below them.",
      severity,
      from: {},
      to: { circular: true },
    },
    {
      name: "shared-stands-alone",
      comment: "shared/ runs everywhere: it imports zod and nothing else.",
      severity,
      from: { path: "^shared/src" },
      to: { pathNot: ["^shared/src", "^node_modules/zod/"] },
    },
    {
      name: "platform-knows-no-domain",
      comment: "Move the domain word into a module, or pass it in.",
      severity,
      from: { path: "^server/src/platform" },
      to: { path: ["^server/src/(?!platform)", "^packs/", "^console/", "^mobile/"] },
    },
    {
      name: "modules-use-each-others-front-door",
      comment: "Import another module's index.ts; if what you need is not there, ask whether it should be.",
      severity,
      from: { path: "^server/src/modules/([^/]+)/" },
      to: {
        path: "^server/src/modules/([^/]+)/",
        pathNot: ["^server/src/modules/$1/", "^server/src/modules/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "assessment-reads-no-points",
      comment: "Points are voluntary and no input to any assessment.",
      severity,
      from: { path: "^server/src/modules/assessment/" },
      to: { path: "^server/src/modules/points/" },
    },
    {
      name: "modules-stay-below-main",
      comment:
        "Modules are put together in services.ts and app.ts, not the other way round; places are data, not imports.",
      severity,
      from: { path: "^server/src/modules" },
      to: { path: ["^server/src/(?!modules|platform)", "^packs/"] },
    },
    {
      name: "apps-see-contracts-only",
      comment: "A web app knows the server through shared/src/api alone.",
      severity,
      from: { path: "^(console|mobile)/src" },
      to: { path: ["^server/", "^packs/", "^bench/", "^e2e/"] },
    },
    {
      name: "apps-apart",
      comment: "The two apps share through shared/.",
      severity,
      from: { path: "^(console|mobile)/src" },
      to: { path: "^(console|mobile)/src", pathNot: "^$1/src" },
    },
    {
      name: "features-apart",
      comment: "A feature does not import another; what both need belongs in ui/ or app/.",
      severity,
      from: { path: "^(console|mobile)/src/features/([^/]+)/" },
      to: { path: "^$1/src/features/([^/]+)/", pathNot: "^$1/src/features/$2/" },
    },
    {
      name: "ui-is-dumb",
      comment: "ui/ draws what it is given.",
      severity,
      from: { path: "^(console|mobile)/src/ui" },
      to: { path: "^$1/src/(features|app)/" },
    },
    {
      name: "packs-are-data",
      comment: "A pack uses the pack schema and packs/base; no code of the engine.",
      severity,
      from: { path: "^packs/(?!tools)" },
      to: { path: ["^server/", "^console/", "^mobile/", "^shared/src/(?!pack/)"] },
    },
  ],
  options: {
    parser: "tsc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["\\.test\\.tsx?$", "/dist/", "^server/test/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs"],
    },
  },
};
