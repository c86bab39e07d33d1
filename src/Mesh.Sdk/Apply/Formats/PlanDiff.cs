using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Formats;

/// <summary>A plan field by field. Values are compact JSON, so that none of them can draw lines.</summary>
internal static class PlanDiff
{
    public static string Of(ApplyPlan plan)
    {
        StringBuilder text = new();
        foreach (PlannedObject planned in plan.Objects.Where(o => o.Action != ApplyAction.Unchanged))
        {
            text.Append(Mark(planned.Action)).Append(' ').Append(ApplyWords.OneLine(planned.Key.ToString())).Append('\n');
            if (planned.Reason is { } reason)
            {
                text.Append("    ").Append(reason.Code).Append(": ").Append(ApplyWords.OneLine(reason.Message)).Append('\n');
            }

            foreach (PlannedField field in planned.Fields)
            {
                Append(text, field);
            }
        }

        return text.ToString();
    }

    private static char Mark(ApplyAction action) => action switch
    {
        ApplyAction.Create => '+',
        ApplyAction.Change => '~',
        ApplyAction.Prune => '-',
        ApplyAction.Skip => '=',
        _ => '!',
    };

    private static void Append(StringBuilder text, PlannedField field)
    {
        string owners = field.Owners.Count == 0 ? "" : $"  (owned by {ApplyWords.OneLine(string.Join(", ", field.Owners))})";
        text.Append("    ").Append(ApplyWords.OneLine(field.Path)).Append(owners).Append('\n');
        if (field.IsHidden)
        {
            text.Append("      ~ ").Append(ApplyWords.Hidden).Append('\n');
            return;
        }

        Append(text, '-', field.Before);
        Append(text, '+', field.After);
    }

    private static void Append(StringBuilder text, char mark, UntypedValue? value)
    {
        if (value is null)
        {
            return;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter json = new(buffer))
        {
            value.WriteTo(json);
        }

        text.Append("      ").Append(mark).Append(' ').Append(Encoding.UTF8.GetString(buffer.WrittenSpan)).Append('\n');
    }
}
