using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The port of a server has a name.</summary>
internal sealed class ServerPortHasName : Rule<BoundPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2514",
        DiagnosticSeverity.Error,
        "The port {0} has no name.",
        "Set name of the port, such as http.");

    public override string VectorId => "GW-PORT-NAME";

    public override void Check(BoundPort value, Place place)
    {
        if (string.IsNullOrEmpty(value.Port.Name))
        {
            place.Field("name").Report(Descriptor, value.Port.Number);
        }
    }
}
