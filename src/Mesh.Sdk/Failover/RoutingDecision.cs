namespace Mesh.Sdk.Failover;

/// <summary>A step on the way to the answer: what decided, and what it decided.</summary>
/// <param name="Rule">The rule of Istio or Envoy that applied.</param>
/// <param name="Object">The object that decided, such as <c>DestinationRule backyards-demo/frontpage-outlier</c>; <see langword="null"/> if a default did.</param>
/// <param name="Field">The field that decided, such as <c>spec.trafficPolicy.outlierDetection</c>; <see langword="null"/> if none did.</param>
/// <param name="Conclusion">What was decided, as a sentence.</param>
public sealed record RoutingDecision(RoutingRule Rule, string? Object, string? Field, string Conclusion)
{
    /// <summary>Returns object, field and conclusion in one line.</summary>
    public override string ToString() => (Object, Field) switch
    {
        (null, _) => Conclusion,
        (_, null) => $"{Object}: {Conclusion}",
        _ => $"{Object} field {Field}: {Conclusion}",
    };
}
