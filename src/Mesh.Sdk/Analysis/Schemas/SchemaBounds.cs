using System.Globalization;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Inclusive bounds; <see langword="null"/> is open.</summary>
internal sealed record SchemaBounds(double? Minimum, double? Maximum)
{
    public bool Contains(double value) => !(value < Minimum) && !(value > Maximum);

    public override string ToString() => (Minimum, Maximum) switch
    {
        ({ } minimum, { } maximum) => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"),
        ({ } minimum, null) => string.Create(CultureInfo.InvariantCulture, $"{minimum} or more"),
        (null, { } maximum) => string.Create(CultureInfo.InvariantCulture, $"{maximum} or less"),
        _ => "any",
    };
}
