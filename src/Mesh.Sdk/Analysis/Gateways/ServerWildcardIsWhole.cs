using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A wildcard is the whole first label.</summary>
internal sealed class ServerWildcardIsWhole : Rule<GatewayHost>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2505",
        DiagnosticSeverity.Error,
        "The wildcard of the host '{0}' is not the whole first label.",
        "Give the wildcard as first label of its own, such as *.example.com.");

    public override string VectorId => "GW-HOST-PARTIAL-WILDCARD";

    public override void Check(GatewayHost value, Place place)
    {
        if (value.Name.Length != 1 && value.Name.Contains('*', StringComparison.Ordinal) && !value.Name.StartsWith("*.", StringComparison.Ordinal))
        {
            place.Report(Descriptor, value.Name);
        }
    }
}
