using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A connection pool sets something.</summary>
internal sealed class PoolIsNotEmpty : Rule<ConnectionPoolSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2250",
        DiagnosticSeverity.Error,
        "connectionPool is there and has neither tcp nor http.",
        "Set tcp or http, or leave connectionPool out.");

    public override string VectorId => "CP-EMPTY";

    public override void Check(ConnectionPoolSettings value, Place place)
    {
        if (value is { Tcp: null, Http: null })
        {
            place.Report(Descriptor);
        }
    }
}
