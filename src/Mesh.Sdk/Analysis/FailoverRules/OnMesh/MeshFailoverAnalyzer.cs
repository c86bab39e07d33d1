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
        MeshOrigin? origin = context.Mesh is { } mesh ? new DefinedMesh(mesh, context.Sink) : InferredMesh.From(context);
        if (origin is null)
        {
            return;
        }

        MeshModel model = new(origin, context);
        GatewayUse gateways = new(model);
        foreach (ServiceView service in model.Services)
        {
            service.Places.Workloads.Finds(service, ServiceRules);
            gateways.Add(service);
        }

        foreach (GatewayView gateway in gateways.Views)
        {
            gateway.Place.Finds(gateway, GatewayRules);
        }
    }
}
