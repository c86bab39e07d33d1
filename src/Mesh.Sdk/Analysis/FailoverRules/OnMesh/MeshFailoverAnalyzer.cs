namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What a definition, or objects that tell as much, say beyond single objects: who sends, what runs where, and what is left when a place is lost.</summary>
internal sealed class MeshFailoverAnalyzer : IAnalyzer
{
    private static readonly Rule<ServiceView>[] ServiceRules =
    [
        new TargetWithoutWorkload(),
        new SurvivorsTooFew(),
        new WorkloadWithoutLocality(),
        new IngressesFailOverToEachOther(),
        new NameDoesNotResolve(),
        new NameUnknownToOthers(),
        new NoLowerPriority(),
        new OnePlaceOnly(),
        new LossFailsRequests(),
        new ErrorsAreKept(),
    ];

    private static readonly Rule<GatewayView>[] GatewayRules = [new OneGatewayForAll(), new NoGatewayAddress()];

    public IEnumerable<IRule> Rules => [.. ServiceRules, .. GatewayRules];

    public void Analyze(AnalysisContext context)
    {
        InferredMesh? inferred = context.Mesh is null ? InferredMesh.From(context) : null;
        if ((context.Mesh ?? inferred?.Mesh) is not { } mesh)
        {
            return;
        }

        MeshModel model = new(mesh, context, inferred);
        foreach (ServiceView service in model.Services)
        {
            service.Place.Finds(service, ServiceRules);
        }

        foreach (GatewayView gateway in model.Gateways)
        {
            gateway.Place.Finds(gateway, GatewayRules);
        }
    }
}
