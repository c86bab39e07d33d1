using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.GatewayApi;

namespace Mesh.Sdk.Analysis;

/// <summary>Every part of the analysis.</summary>
internal static class Analyzers
{
    /// <summary>The parts that look at the definition of a mesh, or at one inferred from the objects.</summary>
    public static readonly IReadOnlyList<IAnalyzer> OfMeshes = [new FailoverRules.MeshFailoverAnalyzer()];

    private static readonly IReadOnlyList<IAnalyzer> OfIstiod =
    [
        new DestinationRules.DestinationRuleAnalyzer(),
        new VirtualServices.VirtualServiceAnalyzer(),
        new Gateways.GatewayAnalyzer(),
        new ServiceEntries.ServiceEntryAnalyzer(),
        new ServiceEntries.WorkloadAnalyzer(),
        new Sidecars.SidecarAnalyzer(),
        new Security.PeerAuthenticationAnalyzer(),
        new Security.RequestAuthenticationAnalyzer(),
        new Security.AuthorizationPolicyAnalyzer(),
        new Telemetries.TelemetryAnalyzer(),
        new Telemetries.ProxyConfigAnalyzer(),
    ];

    private static readonly IReadOnlyList<IAnalyzer> OfApiServer =
    [
        new Schemas.SchemaAnalyzer(Schemas.CrdSchemas.Istio),
        new Schemas.MetadataAnalyzer(),
        new Schemas.ChoiceAnalyzer(CoreKinds.All.With(GatewayApiKinds.All)),
    ];

    private static readonly IReadOnlyList<IAnalyzer> OfObjects = [.. CrossObjects.All, new KindAnalyzer<DestinationRule>(new References.SelectorMissesWaypoints()), new FailoverRules.FailoverAnalyzer()];

    /// <summary>The parts in the order of their word: who knows best what is wrong with a value comes first.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<IAnalyzer>> ByWord = [OfIstiod, OfApiServer, [.. OfObjects, .. OfMeshes]];

    /// <summary>The parts that look at objects.</summary>
    public static readonly IReadOnlyList<IAnalyzer> All = [.. OfApiServer, .. OfIstiod, .. OfObjects];
}
