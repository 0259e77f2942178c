package dev.heddle.functions.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.spec.fault.Problem.FieldError;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.NodeSpecRules;
import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CoreNodesTest {
  static final List<NodeUnit<?>> ALL = CoreNodes.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void isDescribedWell(NodeUnit<?> node) {
    NodeSpecRules.check(node);
  }

  @Test
  void hasNoIdTwice() {
    assertThat(ALL).extracting(node -> node.spec().id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "if@1 | {'condition':'{% $a.b = 1 %}'} | ",
        "if@1 | {'condition':''} | condition",
        "if@1 | {} | condition",
        "switch@1 | {'cases':[{'name':'big','condition':'{% $a > 1 %}'}]} | ",
        "switch@1 | {'cases':[]} | cases",
        "switch@1 | {'cases':[{'name':'default','condition':'true'}]} | cases[0].name",
        "switch@1 | {'cases':[{'name':'failure','condition':'true'}]} | cases[0].name",
        "switch@1 | {'cases':[{'name':'a b','condition':'true'}]} | cases[0].name",
        "set@1 | {'fields':[{'name':'queue','value':'normal'}]} | ",
        "set@1 | {'keep':true,'fields':[{'name':'n','value':{'x':[1,null]}}]} | ",
        "set@1 | {'keep':'yes','fields':[]} | keep,fields",
        "merge@1 | {} | ",
        "merge@1 | {'mode':'quorum','quorum':2} | ",
        "merge@1 | {'mode':'any'} | mode",
        "for-each@1 | {'items':'{% $trigger.orders %}'} | ",
        "for-each@1 | {'items':'{% $a %}','atOnce':1001,'batch':1,'onItemError':'skip'} |"
            + " atOnce,onItemError,batch",
        "for-each@1 | {'items':'{% $a %}','tolerated':101} | tolerated",
        "for-each@1 | {} | items",
        "loop@1 | {'until':'{% $loop.last.done %}','max':3} | ",
        "loop@1 | {'until':'','max':10001} | until,max",
        "run-workflow@1 | {'workflow':'wf_1','input':{'a':1},'wait':false} | ",
        "run-workflow@1 | {'wait':'no'} | workflow,wait",
        "approval@1 | {'title':'Pay?'} | ",
        "approval@1 | {'title':'Pay?','approvers':['ada@example.com'],'timeoutSeconds':60} | ",
        "approval@1 | {'title':'','approvers':['ada'],'timeoutSeconds':0} |"
            + " title,approvers[0],timeoutSeconds",
        "wait-for-event@1 | {'event':'order.paid','key':'17','timeoutSeconds':31536000} | ",
        "wait-for-event@1 | {'event':'Order Paid','timeoutSeconds':31536001} |"
            + " event,timeoutSeconds",
        "wait@1 | {'duration':{'kind':'seconds','seconds':60}} | ",
        "wait@1 | {'duration':{'kind':'until','timestamp':'2030-01-31T09:00:00Z'}} | ",
        "wait@1 | {'duration':{'kind':'seconds','seconds':-1}} | duration.seconds",
        "wait@1 | {'duration':{'kind':'forever'}} | duration.kind",
        "respond@1 | {'status':201,'body':{'ok':true},'headers':{'x-a':'b'}} | ",
        "respond@1 | {} | ",
        "respond@1 | {'status':99} | status",
        "stop@1 | {'outcome':'fail','error':'Order.Refused','message':'No'} | ",
        "stop@1 | {'outcome':'explode'} | outcome",
        "http-request@1 | {'url':'https://example.com'} | ",
        "http-request@1 | {'url':'example.com','method':'FETCH'} | method,url",
        "http-request@1 | {'url':'https://a.b','auth':{'kind':'bearer'}} | auth.token",
        "http-request@1 | {'url':'https://a.b','body':{'kind':'form','fields':{'a':1}}} | ",
      })
  void takesItsConfig(String id, String config, String wrongFields) {
    NodeUnit<?> node =
        ALL.stream().filter(unit -> unit.spec().id().equals(id)).findFirst().orElseThrow();
    List<FieldError> errors =
        ShapeValidator.of(
            RecordShapes.of(node.spec().config()),
            WireJson.MAPPER.readTree(config.replace('\'', '"')));
    List<String> wrong = wrongFields == null ? List.of() : List.of(wrongFields.split(","));
    assertThat(errors).extracting(FieldError::field).containsExactlyElementsOf(wrong);
  }
}
