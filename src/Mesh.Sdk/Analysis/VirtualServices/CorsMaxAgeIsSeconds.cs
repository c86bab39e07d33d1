using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Browsers keep an answer for whole seconds.</summary>
internal sealed class CorsMaxAgeIsSeconds : Rule<CorsPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2338",
        DiagnosticSeverity.Error,
        "maxAge is {0}, and Istio accepts whole seconds, at least one.",
        "Give a whole number of seconds.");

    public override string VectorId => "VS-CORS-MAXAGE";

    public override void Check(CorsPolicy value, Place place)
    {
        if (value.MaxAge is { } maxAge && (!IstioDuration.IsAccepted(maxAge) || maxAge.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            place.Field("maxAge").Report(Descriptor, IstioDuration.ToText(maxAge));
        }
    }
}
