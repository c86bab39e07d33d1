using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>No controller says that an object does not work.</summary>
/// <param name="conditionsOf">Gets type, status, reason and message of the conditions of an object.</param>
internal sealed class ConditionIsMet<T>(Func<T, IEnumerable<(string? Type, string? Status, string? Reason, string? Message)>> conditionsOf) : Rule<InContext<T>>
    where T : IResource
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2871",
        DiagnosticSeverity.Warning,
        "The condition '{0}' is not met: {1}: {2}",
        "Remove the cause that the condition names.") { IstioCode = "IST0171" };

    public override void Check(InContext<T> value, Place place)
    {
        foreach ((string? type, string? _, string? reason, string? message) in conditionsOf(value.Resource).Where(c => c.Status == "False"))
        {
            place.Field("status").Field("conditions").Report(Descriptor, type, reason, message);
        }
    }
}
