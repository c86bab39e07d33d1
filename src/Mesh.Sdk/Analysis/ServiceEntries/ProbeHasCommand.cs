using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A probe that runs something says what.</summary>
internal sealed class ProbeHasCommand : Rule<ReadinessProbe>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2475",
        DiagnosticSeverity.Error,
        "exec of the probe has no command.",
        "Set exec.command.");

    public override void Check(ReadinessProbe value, Place place)
    {
        if (value.Exec is { Command.Count: 0 })
        {
            place.Field("exec").Field("command").Report(Descriptor);
        }
    }
}
