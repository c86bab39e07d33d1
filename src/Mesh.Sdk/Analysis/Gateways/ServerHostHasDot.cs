using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The hosts of a server are full names.</summary>
internal sealed class ServerHostHasDot : Rule<GatewayHost>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2503",
        DiagnosticSeverity.Error,
        "The host '{0}' is a short name, and a gateway wants full ones.",
        "Give the full name, such as orders.example.com, or '*'.");

    public override string VectorId => "GW-HOST-SHORT";

    public override void Check(GatewayHost value, Place place)
    {
        if (value.Name != "*" && !value.Name.Contains('.', StringComparison.Ordinal))
        {
            place.Report(Descriptor, value.Name);
        }
    }
}
