using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>The filter of access logs is an expression of CEL.</summary>
internal sealed class LogFilterIsExpression : Rule<AccessLoggingFilter>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2711",
        DiagnosticSeverity.Error,
        "The filter '{0}' is not an expression of CEL: {1}.",
        "Give an expression such as 'response.code >= 400'.");

    public override void Check(AccessLoggingFilter value, Place place)
    {
        if (CelOutline.Problem(value.Expression ?? "") is { } problem)
        {
            place.Field("expression").Report(Descriptor, value.Expression, problem);
        }
    }
}
