namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A locality in a list.</summary>
/// <param name="Text">The locality as it is written.</param>
/// <param name="Before">Those that stand before it.</param>
internal readonly record struct ListedLocality(string Text, LocalityTable Before);
